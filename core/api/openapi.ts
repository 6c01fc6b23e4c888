// How the API's routes stand in the OpenAPI document. Bodies are described by the shapes that read them.
import type { Shape } from "@fairhat/protocol";
import { type DocumentDecoration, t } from "elysia";
import type { SCHEMAS } from "./answers.ts";

interface Description {
  summary: string;
  body?: Shape<unknown>;
  /** Media types of text that is taken as well. */
  texts?: string[];
  /** Media types of files that are taken as well. */
  files?: string[];
  /** Only for whoever has the draw's manage key. */
  managed?: boolean;
  /** May be repeated with an Idempotency-Key. */
  repeatable?: boolean;
  answer?: AnswerDescription;
}

/** JSON of a schema unless it is of another media type; without a schema it has no body. */
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

/** What the document leaves out: not a path with a dot in it, as of a CSV file, which it would take for a file of ours. */
export const EXCLUDED = { staticFile: false } as const;

/** Schemes that `managed` routes refer to. */
export const SECURITY_SCHEMES = {
  manageKey: { type: "http", scheme: "bearer", description: "The manage key of the draw" },
} as const;

/** Describes parameters of a query, each of which may be left out; the handler checks them. Others are passed over. */
export function optionalQuery(parameters: Record<string, Shape<unknown>>) {
  const described = Object.entries(parameters).map(([name, { schema }]) => [name, t.Optional(t.Any(schema))]);
  return t.Object(Object.fromEntries(described), { additionalProperties: true });
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
  if (schema) return { description: "Done", content: { "application/json": { schema: reference(schema) } } };
  return { description: "Done", ...(text && { content: { [text]: { schema: { type: "string" as const } } } }) };
}

function reference(name: keyof typeof SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}
