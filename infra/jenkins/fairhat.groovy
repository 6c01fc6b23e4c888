// The one job. A push or a pull request makes GitHub send an event, and that has the branch looked at again; that many
// events speak of one commit changes nothing.
multibranchPipelineJob('fairhat') {
    displayName('Fairhat')
    branchSources {
        branchSource {
            source {
                github {
                    id('fairhat')
                    repoOwner(System.getenv('GITHUB_OWNER'))
                    repository(System.getenv('GITHUB_REPOSITORY'))
                    repositoryUrl(System.getenv('GITHUB_URL'))
                    configuredByUrl(false)
                    credentialsId('github')
                    traits {
                        // 3: all branches, those too that are filed as pull requests: one from main would end
                        // the delivery. Pull requests from forks are not built: their scripts would run beside
                        // the Docker engine.
                        gitHubBranchDiscovery { strategyId(3) }
                        // 2: as they are, not merged.
                        gitHubPullRequestDiscovery { strategyId(2) }
                        // main as well as the branch: what a branch changes is seen from where it left main.
                        // No other: the workspace stays, and names of branches that went would be in the way.
                        refSpecs {
                            templates {
                                refSpecTemplate { value('+refs/heads/main:refs/remotes/@{remote}/main') }
                            }
                        }
                    }
                }
            }
        }
    }
    factory {
        workflowBranchProjectFactory {
            scriptPath('Jenkinsfile')
        }
    }
    orphanedItemStrategy {
        discardOldItems {
            daysToKeep(7)
        }
    }
    triggers {
        periodicFolderTrigger {
            interval('1d') // what a lost event would have told
        }
    }
}
