# What the stages need, reached by the controller through SSH; it uses the Docker engine of its host.
# The base is the controller's, for the same Java, where a login by SSH finds it. It is Debian trixie, with Compose v2. Ansible is pinned
# by its release: 2.23 drops options that 2.19 only warns of. The user has no password and is not locked: sshd lets nobody in who is.
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
# Not by COPY: Ansible's module builds without BuildKit, which alone knows --chmod.
RUN chmod 755 /usr/local/bin/builder-start
ENTRYPOINT ["builder-start"]
