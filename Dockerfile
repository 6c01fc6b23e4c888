# One recipe for all our images.
#   target service, SERVICE=core|random-a|random-b|rules|migrations   a bundle on the shared Bun layer
#   target proxy                                                      NGINX with our configuration and the built assets
# No image contains the commit, so an unchanged service keeps its digest. compose.yml gives each service its revision.

FROM oven/bun:1.4.5-slim AS manifests
WORKDIR /src
COPY . .
# Only what the installation depends on: a change of code does not reinstall.
RUN mkdir /manifests && cp --parents bun.lock bunfig.toml $(find . -name package.json) /manifests

FROM oven/bun:1.4.5-slim AS build
WORKDIR /src
COPY --from=manifests /manifests .
RUN --mount=type=cache,target=/root/.bun/install/cache bun install --frozen-lockfile --production --ignore-scripts
COPY . .
RUN bun browser/build.ts /out/core/assets
RUN bun ops/bundles.ts /out

FROM oven/bun:1.4.5-slim AS service
COPY --chmod=755 ops/alive /usr/local/bin/alive
ARG SERVICE
COPY --from=build /out/$SERVICE /app
# Resolve names again after a second, because instances come and go. Nothing is downloaded or written at run time.
ENV NODE_ENV=production PORT=3000 BUN_CONFIG_DNS_TIME_TO_LIVE_SECONDS=1
USER 1000:1000
WORKDIR /app
EXPOSE 3000
HEALTHCHECK --interval=2s --timeout=10s --start-period=15s --retries=6 CMD ["alive"]
ENTRYPOINT ["bun", "main.js"]
LABEL org.opencontainers.image.title="fairhat/$SERVICE" \
      org.opencontainers.image.description="Fairhat: draws nobody can rig" \
      org.opencontainers.image.licenses="MIT"

FROM nginx:1.30 AS proxy
COPY proxy/nginx.conf /etc/nginx/nginx.conf
COPY proxy/snippets /etc/nginx/snippets
COPY proxy/templates /etc/nginx/templates
COPY proxy/errors /etc/nginx/errors
COPY proxy/metrics /etc/nginx/metrics
COPY --chmod=755 proxy/settings.envsh /docker-entrypoint.d/05-settings.envsh
COPY --chmod=755 ops/secrets /usr/local/bin/secrets
COPY --from=build /out/core/assets /usr/share/nginx/fairhat/assets
ENV NGINX_ENVSUBST_FILTER=FAIRHAT_ NGINX_ENVSUBST_OUTPUT_DIR=/tmp NGINX_ENTRYPOINT_QUIET_LOGS=1
USER 101:101
EXPOSE 8080 8443
HEALTHCHECK --interval=2s --timeout=10s --start-period=15s --retries=6 \
  CMD ["curl", "--silent", "--fail", "--output", "/dev/null", "http://127.0.0.1:8081/"]
LABEL org.opencontainers.image.title="fairhat/proxy" \
      org.opencontainers.image.description="Fairhat: draws nobody can rig" \
      org.opencontainers.image.licenses="MIT"
