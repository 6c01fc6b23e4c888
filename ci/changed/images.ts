// What each image is made of, beside what its packages depend on.

interface Image {
  /**
   * The workspace packages whose code is in it; what they depend on is taken to be in it, too. A package counts whole: the
   * assets of `proxy` hold the catalogue of `rules`, so a change of its service builds them again, to the same bytes.
   */
  packages: string[];
  /** What else it is built from: a file, or a folder with a slash at its end. */
  files: string[];
}

/** What decides how any image of ours is built, or which version of a library is in it. */
const ALL = ["Dockerfile", ".dockerignore"];
const BUNDLES = [...ALL, "package.json", "bun.lock", "bunfig.toml", "tsconfig.json", "ci/alive"];

export const IMAGES = {
  core: { packages: ["core"], files: BUNDLES },
  "random-a": { packages: ["random-a"], files: BUNDLES },
  "random-b": { packages: ["random-b"], files: BUNDLES },
  rules: { packages: ["rules"], files: BUNDLES },
  migrations: { packages: ["core", "sealing"], files: [...BUNDLES, "database/"] },
  proxy: { packages: ["browser"], files: [...ALL, "package.json", "bun.lock", "proxy/", "ci/secrets"] },
} satisfies Record<string, Image>;

export type ImageName = keyof typeof IMAGES;

/** Files of a package that never reach an image. */
export const NOT_SHIPPED =
  /\.test\.tsx?$|\.integration\.ts$|\.md$|\.py$|(^|\/)(testing|vectors)\/|\/(testing|fixture)\.ts$/;
