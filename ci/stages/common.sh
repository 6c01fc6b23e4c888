# Shared by all stages, which source it. A stage runs in the root of a checkout, for its commit.
#   FAIRHAT_SITE       name of the deployment (fairhat), a Swarm stack or a Compose project
#   FAIRHAT_DEPLOY     playbook (the default), or compose for a deployment on the engine of this machine
#   FAIRHAT_INVENTORY  for the playbook: the inventory of the site
#   FAIRHAT_KNOWN_HOSTS  for the playbook: a file with the host keys of its machines, if not in ~/.ssh
#   FAIRHAT_REGISTRY   the image registry, with a trailing slash
#   FAIRHAT_URL        the site's address, for the smoke test
#   FAIRHAT_NOTES      folder for state that outlives a run (~/.fairhat): the note of what runs; on Compose, deployments and lock
#   BRANCH_NAME        the branch, if not main
# Stages pass results on in reports/pipeline/.
stage=$(basename "$0")
case ${1:-} in -h | --help) sed -n '2,/^[^#]/s/^# //p' "$0" && exit ;; esac
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
site=${FAIRHAT_SITE:-fairhat}
way=${FAIRHAT_DEPLOY:-playbook}
registry=${FAIRHAT_REGISTRY:-}
notes=reports/pipeline
# What ran on the site after the last deployment from this machine.
note=${FAIRHAT_NOTES:-$HOME/.fairhat}/running-$site
# Deployments on Compose, see ops/release.
state=${FAIRHAT_NOTES:-$HOME/.fairhat}/$site
mkdir -p "$notes" "$(dirname "$note")"
[ -z "${FAIRHAT_KNOWN_HOSTS:-}" ] ||
  export ANSIBLE_SSH_COMMON_ARGS="-o StrictHostKeyChecking=yes -o UserKnownHostsFile=$FAIRHAT_KNOWN_HOSTS"

say() { echo "$stage: $*" >&2; }
fail() { say "$@"; exit 1; }
bun() { node start.mjs bun "$@"; }

commit=$(git rev-parse --verify --quiet HEAD) || fail 'this is no checkout of the repository'

# Images are built from the commit, so an unclean checkout would test something else.
clean_tree() {
  local changes
  changes=$(git status --porcelain)
  [ -z "$changes" ] || fail "the checkout has changes that are in no commit; commit or remove them: $(head -n 3 <<<"$changes" | tr -s '\n ' ' ')"
}

with_plan() {
  [ -s "$notes/plan" ] || fail 'there is no plan; run ci/stages/changed first'
}
# The services with one of these actions in the plan.
planned() { # ACTION…
  awk -v wanted=" $* " 'index(wanted, " " $2 " ") { print $1 }' "$notes/plan"
}
variable() { echo "${1^^}_REVISION" | tr - _; } # SERVICE: its revision's variable in compose.yml
was() { awk -v service="$1" '$1 == service { print $2; exit }' "$notes/running"; } # SERVICE: its revision when the plan was made

# The revision of each of our services, one line each: `core 1ce76e0…`; empty if nothing runs.
running() {
  local found last current=/var/lib/fairhat/current # the scripts of deployments before December 2026 are in ci
  case $way in
    compose)
      docker info >/dev/null 2>&1 || fail 'the Docker engine does not answer'
      found=$(ops/running "$site" 2>&1) || case $? in 3) found= ;; *) fail "$found" ;; esac
      ;;
    playbook)
      found=$(on_site "test ! -e $current || env PATH=$current/ops:$current/ci:\$PATH running || [ \$? -eq 3 ]") ||
        fail 'the site cannot be reached'
      ;;
  esac
  found=$(awk 'NF == 3 && $3 ~ /^[0-9]+$/ { print $1, $2 }' <<<"$found")
  [ -n "$found" ] || return 0
  echo "$found"
  last=$(remembered 'cat migrated 2>/dev/null; readlink current') || return 1
  # The database's image is not ours, and migrations end: use the current deployment and the last migrations.
  sed -n 's,^/.*/\([0-9a-f]*\)-.*,postgres \1,p; s,^.*fairhat/migrations:,migrations ,p' <<<"$last"
}
remembered() { # SHELL COMMAND, in the state folder of ops/release
  if [ "$way" = compose ]; then
    mkdir -p "$state" && (cd "$state" && bash -c "$1 || true")
  else
    on_site "cd /var/lib/fairhat 2>/dev/null || exit 0; $1 || true"
  fi
}
# The current deployment: a commit and a digest of its settings; empty if there is none.
deployment() { remembered 'readlink current' | sed 's,.*/,,'; }
# Waits for running deployments. They finish on the site even if their build is gone.
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
release() { COMPOSE_PROJECT_NAME=$site FAIRHAT_STATE=$state "${releaser:-ops/release}" "$@"; }
# The output follows Ansible's own line (`host | CHANGED | rc=0 >>`). `idle` has found the machine.
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

# Compose's settings for our services with one of these actions in the plan: this commit if it builds them, otherwise their previous
# revision.
revisions() { # ACTION…
  local action service
  for action in "$@"; do
    for service in $(planned "$action" | grep -vx postgres); do
      if [ "$action" = build ]; then echo "$(variable "$service")=$commit"; else echo "$(variable "$service")=$(was "$service")"; fi
    done
  done
}
