#!/bin/sh
# Refuses settings that NGINX would take for something else without a word. The image's entrypoint runs it before all else.
refuse() {
  echo "this service cannot start: $1" >&2
  exit 78 # EX_CONFIG
}
case $FAIRHAT_HTTP in
  serve) ;;
  redirect)
    case $FAIRHAT_PUBLIC_URL in
      https://?*) ;;
      *) refuse "FAIRHAT_HTTP=redirect sends everybody to PUBLIC_URL, which must begin with https:// then" ;;
    esac ;;
  *) refuse "FAIRHAT_HTTP must be serve or redirect" ;;
esac
for name in FAIRHAT_REQUESTS_PER_SECOND FAIRHAT_WRITES_PER_SECOND FAIRHAT_CONNECTIONS FAIRHAT_STREAMS; do
  case $(printenv "$name") in
    '' | 0* | *[!0-9]* | ??????*) refuse "$name must be a whole number from 1 to 99999" ;;
  esac
done
