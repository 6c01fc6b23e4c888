# For ci/backup and ci/restore: the containers of a deployment on this engine, whether Compose or Swarm made them. Sourced.
name=${FAIRHAT_STACK:-${COMPOSE_PROJECT_NAME:-fairhat}}
program=$(basename "$0")
say() { echo "$program: $*" >&2; }
fail() { say "$@"; exit 1; }

container() { # SERVICE: one that runs here, or nothing
  local id
  id=$(docker ps --quiet --filter "label=com.docker.swarm.service.name=${name}_$1")
  [ -n "$id" ] || id=$(docker ps --quiet --filter "label=com.docker.compose.project=$name" --filter "label=com.docker.compose.service=$1")
  head -n 1 <<<"$id"
}
image() { # SERVICE: what it was started from, here or, by Swarm, on another machine
  local id
  id=$(container "$1")
  if [ -n "$id" ]; then
    docker inspect --format '{{.Image}}' "$id"
  else
    docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${name}_$1" 2>/dev/null || true
  fi
}
on_swarm() { docker service inspect "${name}_$1" >/dev/null 2>&1; }

postgres=$(container postgres)
[ -n "$postgres" ] || fail "the database of $name does not run on this machine; start it, or go to the machine where it runs"
in_postgres() { docker exec --interactive --user 999:999 "$postgres" "$@"; }
sql() { in_postgres psql --username postgres --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$1" --command "$2"; }
