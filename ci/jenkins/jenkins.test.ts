// Checks Jenkins's configuration and plugins against published metadata of the pinned versions, because no Jenkins runs
// here.
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { conflicts, type Plugin, readMetadata, readPins } from "./plugins.ts";
import schema from "./schema.json";

const root = join(import.meta.dir, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const CORE = "2.568.2";

describe("the configuration", () => {
  const configuration = read("infra/jenkins/jenkins.yml");
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const complaints = (yaml: string) => {
    validate(Bun.YAML.parse(yaml));
    return (validate.errors ?? []).map(({ instancePath, params }) => [instancePath, Object.values(params).join()]);
  };

  test("has only attributes that the pinned versions have", () => expect(complaints(configuration)).toEqual([]));

  test.each([
    [
      "an attribute that is gone since 2.543",
      "    standard: {}",
      "    standard: {excludeClientIPFromCrumb: false}",
      ["/jenkins/crumbIssuer/standard", "excludeClientIPFromCrumb"],
    ],
    ["a misspelt attribute", "numExecutors: 0", "executors: 0", ["/jenkins", "executors"]],
    ["a class without a symbol", "- permanent:", "- dumbSlave:", ["/jenkins/nodes/0", "dumbSlave"]],
    [
      "an attribute of a nested object",
      "idleDelay: 525600",
      "idle: 525600",
      ["/jenkins/nodes/0/permanent/retentionStrategy/demand", "idle"],
    ],
    [
      "a value that Jenkins would replace by its default",
      '"SHA256"',
      '"SHA512"',
      ["/unclassified/gitHubPluginConfig/hookSecretConfigs/0/signatureAlgorithm", "SHA256,SHA1"],
    ],
  ])("refuses %s", (_, good, bad, complaint) => {
    expect(configuration).toContain(good);
    expect(complaints(configuration.replace(good, bad))).toContainEqual(complaint);
  });
});

describe("the plugins", () => {
  const plugins = readMetadata();

  test("are those with metadata here, and the core is the one that both images are based on", () => {
    expect(new Map(plugins.map(({ name, version }) => [name, version]))).toEqual(readPins());
    const files = ["infra/jenkins/controller.Dockerfile", "infra/jenkins/builder.Dockerfile"];
    for (const file of [...files, "infra/ansible/roles/jenkins/defaults/main.yml"])
      expect(read(file)).toContain(`jenkins/jenkins:${CORE}-lts`);
  });

  test("are compatible with each other and that core", () => expect(conflicts(plugins, CORE)).toEqual([]));

  const plugin = (name: string): Plugin => plugins.find((one) => one.name === name) as Plugin;
  const without = (name: string) => plugins.filter((one) => one.name !== name);
  const at = (name: string, version: string) => [...without(name), { ...plugin(name), version }];

  test("an outdated core, an outdated plugin and a missing one are named", () => {
    expect(conflicts(plugins, "2.541.3")).toContain("coverage requires Jenkins 2.555.3");
    expect(conflicts(at("scm-api", "723.v1"), CORE)).toContain("branch-api requires scm-api 724.v7d839074eb_5c");
    expect(conflicts(without("structs"), CORE)).toContain("credentials requires structs 362.va_b_695ef4fdf9");
    expect(conflicts(at("scm-api", "1000.v1"), CORE)).toEqual([]);
  });

  test("one that may be missing has to be new enough where it is there", () => {
    const required = "cloudbees-folder requires credentials 1447.v4cb_b_539b_5321";
    expect(conflicts(without("credentials"), CORE)).not.toContain(required);
    expect(conflicts(at("credentials", "1446.v1"), CORE)).toContain(required);
  });
});
