# Jenkins with pinned plugins and its configuration; no build runs on it.
ARG JENKINS=jenkins/jenkins:2.568.2-lts-jdk21
FROM ${JENKINS}
COPY plugins.txt /usr/share/jenkins/ref/plugins.txt
RUN jenkins-plugin-cli --plugin-file /usr/share/jenkins/ref/plugins.txt --list
COPY jenkins.yml fairhat.groovy /usr/share/jenkins/fairhat/
ENV CASC_JENKINS_CONFIG=/usr/share/jenkins/fairhat/jenkins.yml \
    JAVA_OPTS="-Djenkins.install.runSetupWizard=false -Xmx512m"
