# The tools of the stages. The controller connects by SSH; builds use the Docker engine of the host.
# The controller's base image, for the same Java on an SSH login's path. It is Debian trixie, with Compose v2. Ansible is pinned: 2.23 drops
# options that 2.19 only warns about. The user has no password but is not locked, because sshd refuses locked users.
ARG JENKINS=jenkins/jenkins:2.568.2-lts-jdk21
FROM ${JENKINS}
USER root
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      'ansible=12.*' 'ansible-core=2.19.*' \
      curl docker.io docker-cli docker-buildx docker-compose git nodejs npm openssh-server openssl python3 \
 && rm -rf /var/lib/apt/lists/* \
 && docker compose version \
 && useradd --create-home --shell /bin/bash --uid 1100 --password '*' builder \
 && mkdir -p /run/sshd \
 && ln -s "${JAVA_HOME:-/opt/java/openjdk}/bin/java" /usr/local/bin/java
COPY sshd_config /etc/ssh/sshd_config
COPY builder-start /usr/local/bin/builder-start
# Not by COPY --chmod: Ansible's module builds without BuildKit.
RUN chmod 755 /usr/local/bin/builder-start
ENTRYPOINT ["builder-start"]
