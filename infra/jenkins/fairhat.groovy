// The only job. GitHub sends an event for a push or a pull request, and Jenkins then reads the branch. Several events
// for one commit make one build.
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
                        // 3: all branches, including those with a pull request: one from main would end
                        // the delivery. Pull requests from forks are not built: their scripts would run beside
                        // the Docker engine.
                        gitHubBranchDiscovery { strategyId(3) }
                        // 2: their heads, not merged.
                        gitHubPullRequestDiscovery { strategyId(2) }
                        // main as well as the branch, to compare with the commit where the branch left main.
                        // No other: the workspace stays, and deleted branches would conflict.
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
            interval('1d') // in case an event was lost
        }
    }
}
