// Describes the API's routes in the OpenAPI document, by the shapes that validate bodies.
import type { Shape } from "@fairhat/protocol";
import { type BodySchema, body as bodySchema } from "@fairhat/runtime";
import { type DocumentDecoration, t } from "elysia";
import type { SCHEMAS } from "./answers.ts";

interface Description {
  summary: string;
  body?: Shape<unknown>;
  /** Additional media types of text. */
  texts?: string[];
  /** Additional media types of files. */
  files?: string[];
  /** Requires the draw's manage key. */
  managed?: boolean;
  /** Can be repeated with an Idempotency-Key. */
  repeatable?: boolean;
  answer?: AnswerDescription;
}

/** JSON of a schema, text of a media type, or either, as the request accepts it; with neither it has no body. */
interface AnswerDescription {
  status?: number;
  schema?: keyof typeof SCHEMAS;
  text?: "text/csv" | "text/event-stream";
}

const KEY_HEADER = {
  in: "header",
  name: "Idempotency-Key",
  required: false,
  description: "Repeated with the same body, the request gives the same draw and the same manage key",
  schema: { type: "string", minLength: 16, maxLength: 200 },
} as const;

/** Settings of the document: a path with a dot, as of a CSV file, is not a static file. */
export const EXCLUDED = { staticFile: false } as const;

/** Schemes that `managed` routes refer to. */
export const SECURITY_SCHEMES = {
  manageKey: { type: "http", scheme: "bearer", description: "The manage key of the draw" },
} as const;

/** Describes optional query parameters; the handler validates them. Unknown ones are ignored. */
export function optionalQuery(parameters: Record<string, Shape<unknown>>) {
  const described = Object.entries(parameters).map(([name, { schema }]) => [name, t.Optional(t.Any(schema))]);
  return t.Object(Object.fromEntries(described), { additionalProperties: true });
}

/** Describes a route whose body is validated by a shape, after `prepare`. */
export function taking<T>(
  body: Shape<T>,
  description: Omit<Description, "body">,
  prepare?: (value: unknown) => unknown,
): ReturnType<typeof described> & { body: BodySchema<T> } {
  return { ...described({ ...description, body }), body: bodySchema(body, prepare) };
}

export function described({ summary, body, texts = [], files = [], managed, repeatable, answer }: Description): {
  detail: DocumentDecoration;
} {
  return {
    detail: {
      summary,
      ...(body && { requestBody: { required: true, content: contentOf(body, texts, files) } }),
      ...(managed && { security: [{ manageKey: [] }] }),
      ...(repeatable && { parameters: [KEY_HEADER] }),
      responses: {
        ...(answer && { [answer.status ?? 200]: answerOf(answer) }),
        default: {
          description: "A refusal",
          content: { "application/problem+json": { schema: reference("Problem") } },
        },
      },
    },
  };
}

function contentOf(body: Shape<unknown>, texts: string[], files: string[]) {
  const text = texts.map((type) => [type, { schema: { type: "string" } }]);
  const file = files.map((type) => [type, { schema: { type: "string", format: "binary" } }]);
  return Object.fromEntries([["application/json", { schema: body.schema }], ...text, ...file]);
}

function answerOf({ schema, text }: AnswerDescription) {
  const content = {
    ...(schema && { "application/json": { schema: reference(schema) } }),
    ...(text && { [text]: { schema: { type: "string" as const } } }),
  };
  return { description: "Done", ...((schema || text) && { content }) };
}

function reference(name: keyof typeof SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}
