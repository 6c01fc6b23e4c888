# What the stages share. Sourced by each of them; a stage runs in the root of a checkout, for the commit that is checked out.
#   FAIRHAT_SITE       name of the deployment (fairhat), a Swarm stack or a Compose project
#   FAIRHAT_DEPLOY     playbook (the default), or compose for a deployment on the engine of this machine
#   FAIRHAT_INVENTORY  for the playbook: the inventory of the site
#   FAIRHAT_KNOWN_HOSTS  likewise: a file with the keys of its machines, where they are not in ~/.ssh
#   FAIRHAT_REGISTRY   where images are kept, with a slash at its end
#   FAIRHAT_URL        where the site answers, for the smoke test
#   FAIRHAT_NOTES      folder of this machine for what outlives a run (~/.fairhat): the note of what runs; on Compose, deployments and lock
#   BRANCH_NAME        the branch, where it is not main
# What one stage finds out for the next lies in reports/pipeline/.
stage=$(basename "$0")
case ${1:-} in -h | --help) sed -n '2,/^[^#]/s/^# //p' "$0" && exit ;; esac
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
site=${FAIRHAT_SITE:-fairhat}
way=${FAIRHAT_DEPLOY:-playbook}
registry=${FAIRHAT_REGISTRY:-}
notes=reports/pipeline
# What runs on the site, as the last deployment from this machine saw it.
note=${FAIRHAT_NOTES:-$HOME/.fairhat}/running-$site
# On Compose: its deployments, see ci/release.
state=${FAIRHAT_NOTES:-$HOME/.fairhat}/$site
mkdir -p "$notes" "$(dirname "$note")"
[ -z "${FAIRHAT_KNOWN_HOSTS:-}" ] ||
  export ANSIBLE_SSH_COMMON_ARGS="-o StrictHostKeyChecking=yes -o UserKnownHostsFile=$FAIRHAT_KNOWN_HOSTS"

say() { echo "$stage: $*" >&2; }
fail() { say "$@"; exit 1; }
bun() { node start.mjs bun "$@"; }

commit=$(git rev-parse --verify --quiet HEAD) || fail 'this is no checkout of the repository'

# What is tested must be what is deployed, and images are made from the commit.
clean_tree() {
  local changes
  changes=$(git status --porcelain)
  [ -z "$changes" ] || fail "the checkout has changes that are in no commit; commit or remove them: $(head -n 3 <<<"$changes" | tr -s '\n ' ' ')"
}

with_plan() {
  [ -s "$notes/plan" ] || fail 'there is no plan; run ci/stages/changed first'
}
# The services of which the plan says one of these actions.
planned() { # ACTION…
  awk -v wanted=" $* " 'index(wanted, " " $2 " ") { print $1 }' "$notes/plan"
}
variable() { echo "${1^^}_REVISION" | tr - _; } # SERVICE: what compose.yml calls its revision
was() { awk -v service="$1" '$1 == service { print $2; exit }' "$notes/running"; } # SERVICE: what it ran when the plan was made

# What each service of ours runs, `core 1ce76e0…` a line; nothing where nothing runs.
running() {
  local found last
  case $way in
    compose)
      docker info >/dev/null 2>&1 || fail 'the Docker engine does not answer'
      found=$(ci/running "$site" 2>&1) || case $? in 3) found= ;; *) fail "$found" ;; esac
      ;;
    playbook)
      found=$(on_site 'test ! -e /var/lib/fairhat/current || /var/lib/fairhat/current/ci/running || [ $? -eq 3 ]') ||
        fail 'the site cannot be reached'
      ;;
  esac
  found=$(awk 'NF == 3 && $3 ~ /^[0-9]+$/ { print $1, $2 }' <<<"$found")
  [ -n "$found" ] || return 0
  echo "$found"
  last=$(remembered 'cat migrated 2>/dev/null; readlink current') || return 1
  # The database's image is not ours, and migrations end: the former is of the current deployment, the latter are those that ran last.
  sed -n 's,^/.*/\([0-9a-f]*\)-.*,postgres \1,p; s,^.*fairhat/migrations:,migrations ,p' <<<"$last"
}
remembered() { # SHELL COMMAND, where ci/release keeps what it remembers
  if [ "$way" = compose ]; then
    mkdir -p "$state" && (cd "$state" && bash -c "$1 || true")
  else
    on_site "cd /var/lib/fairhat 2>/dev/null || exit 0; $1 || true"
  fi
}
# The deployment that is current: a commit and a digest of its settings; nothing where there was none.
deployment() { remembered 'readlink current' | sed 's,.*/,,'; }
# Waits until nobody deploys. A deployment that has begun finishes there, even if the build that began it is gone.
idle() {
  local holder
  case $way in
    compose)
      release --hold true
      return
      ;;
    playbook) [ -n "${FAIRHAT_INVENTORY:-}" ] || fail 'FAIRHAT_INVENTORY must name the inventory of the site' ;;
    *) fail "FAIRHAT_DEPLOY is $way; set it to playbook or compose" ;;
  esac
  manager=$(first_manager) || return 1
  holder=$(on_site 'cd /var/lib/fairhat 2>/dev/null || exit 0; flock --nonblock lock true || cat lock') || return 1
  holder=$(grep '^release' <<<"$holder") || return 0
  say "waiting for $holder"
  on_site 'flock --timeout 900 /var/lib/fairhat/lock true' >/dev/null || { say "still under way: $holder" && return 1; }
}
release() { COMPOSE_PROJECT_NAME=$site FAIRHAT_STATE=$state "${releaser:-ci/release}" "$@"; }
# What a command prints there follows Ansible's own line (`host | CHANGED | rc=0 >>`). `idle` has found the machine.
on_site() { # SHELL COMMAND
  ansible "$manager" --inventory "$FAIRHAT_INVENTORY" --become --module-name ansible.builtin.shell --args "$1" |
    awk 'after; / >>$/ { after = 1 }'
}
first_manager() { # as infra/ansible/deploy.yml finds it
  ansible-inventory --inventory "$FAIRHAT_INVENTORY" --list |
    python3 -c 'import json, sys
groups = json.load(sys.stdin)
hosts = lambda name: groups.get(name, {}).get("hosts", []) + [h for g in groups.get(name, {}).get("children", []) for h in hosts(g)]
print((hosts("managers") or hosts("all"))[0])'
}

write_note() { echo "$1" >"$note.new" && mv "$note.new" "$note"; }

# Settings of Compose for our services of which the plan says one of these actions: `commit` where it builds them, elsewhere what they
# were before.
revisions() { # ACTION…
  local action service
  for action in "$@"; do
    for service in $(planned "$action" | grep -vx postgres); do
      if [ "$action" = build ]; then echo "$(variable "$service")=$commit"; else echo "$(variable "$service")=$(was "$service")"; fi
    done
  done
}
