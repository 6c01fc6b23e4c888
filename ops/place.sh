# Shared by the deployment scripts: settings, name and lock, and, on this engine, containers and database of Compose or Swarm.
# Sourced.
place=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
program=$(basename "$0")
say() { echo "$program: $*" >&2; }
fail() { say "$@"; exit 1; }

# Reads settings from .env like Compose; the environment takes precedence.
settings() { # FILE
  local line key value
  while IFS= read -r line || [ -n "$line" ]; do
    [[ ${line%$'\r'} =~ ^[[:space:]]*(export[[:space:]]+)?([A-Za-z_][A-Za-z_0-9]*)[[:space:]]*=[[:space:]]*(.*)$ ]] || continue
    key=${BASH_REMATCH[2]} value=${BASH_REMATCH[3]}
    case $key in COMPOSE_PROJECT_NAME | FAIRHAT_* | MIGRATIONS_REVISION) ;; *) continue ;; esac
    [ -z "${!key+set}" ] || continue
    if [[ $value =~ ^\'([^\']*)\' || $value =~ ^\"([^\"]*)\" ]]; then
      value=${BASH_REMATCH[1]}
    elif [[ $value =~ ^(.*[^[:space:]])?[[:space:]]+\#.*$ || $value =~ ^(.*[^[:space:]])?[[:space:]]*$ ]]; then
      value=${BASH_REMATCH[1]}
    fi
    [[ $value != *[\$\\]* ]] || fail "$key in $1 needs another setting; write it out there, or set it in the environment"
    export "$key=$value"
  done <"$1"
}
[ ! -e "$place/.env" ] || settings "$place/.env"
name=${FAIRHAT_STACK:-${COMPOSE_PROJECT_NAME:-fairhat}}

# One deployment, roll, backup or restore of a site at a time by this user; a second one waits. Children that outlive a script must
# not hold the lock: 9>&-.
lock() { # WHY
  local file=${FAIRHAT_NOTES:-}
  [ -n "$file" ] || file=~/.fairhat
  mkdir -p -m 700 "$file"
  file+=/site-$name
  exec 9>>"$file"
  hold 9 "$file" "$1"
}
# Processes hold a lock while they have it open; it is free when they end. The file names the holder.
hold() { # DESCRIPTOR FILE WHY
  if ! flock --nonblock "$1"; then
    say "waiting for $(cat "$2")"
    flock --timeout 900 "$1" || { say "still under way: $(cat "$2"). Nothing was changed" && exit 75; }
  fi
  echo "$program $3, since $(date -u +%FT%TZ), process $$" >"$2"
}

container() { # SERVICE: one running here, or nothing
  local id
  id=$(docker ps --quiet --filter "label=com.docker.swarm.service.name=${name}_$1")
  [ -n "$id" ] || id=$(containers "$1")
  head -n 1 <<<"$id"
}
containers() { # SERVICE [--all]: Compose's running containers
  local service=$1
  shift
  docker ps "$@" --quiet --filter "label=com.docker.compose.project=$name" --filter "label=com.docker.compose.service=$service"
}
image() { # SERVICE: its image, here or, with Swarm, on another machine
  local id
  id=$(container "$1")
  if [ -n "$id" ]; then
    docker inspect --format '{{.Image}}' "$id"
  else
    docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${name}_$1" 2>/dev/null || true
  fi
}
migrations_image() { # the image of the last migrations
  local id
  if on_swarm core; then
    docker service inspect --format '{{index .Spec.Labels "fairhat.migrations"}}' "${name}_core"
  else
    id=$(containers migrations --all | head -n 1)
    [ -z "$id" ] || docker inspect --format '{{.Config.Image}}' "$id"
  fi
}
on_swarm() { docker service inspect "${name}_$1" >/dev/null 2>&1; }

find_database() {
  postgres=$(container postgres)
  [ -n "$postgres" ] || fail "the database of $name does not run on this machine; start it, or go to the machine where it runs"
}
in_postgres() { docker exec --interactive --user 999:999 "$postgres" "$@"; }
sql() { in_postgres psql --username postgres --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$1" --command "$2"; }
