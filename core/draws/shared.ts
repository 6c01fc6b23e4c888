// Combined writes of concurrent draws: 32 in one statement cost little more than one.
import { compiledOnce, isUnavailable } from "@fairhat/runtime";
import { CompiledQuery, sql } from "kysely";
import { batch } from "../clients/batch.ts";
import { type Db, type DbOrTrx, DRAW_COLUMNS, type DrawTable, SCHEMA } from "../db/schema.ts";

type Draw = DrawTable;
export type Services = Pick<Draw, "binding_a" | "binding_b" | "opening_a" | "opening_b">;

export interface NewDraw {
  draw: Draw;
  /** The chunks of its list. */
  chunks: string[];
}

export interface FinishedDraw {
  /** As it was read, locked. */
  draw: Draw;
  answers: Services;
  /** Canonical form. */
  outcome: string;
}

/** Maximum characters per statement: more would keep others waiting. */
export const BATCH = 2 ** 18;

const COLUMNS = DRAW_COLUMNS.join(", ");

// The list is inserted first, because the guard forbids adding to an existing locked draw.
const INSERT = `
  with list as (
    insert into ${SCHEMA}.entries (draw, chunk, data)
    select draw, chunk, data from unnest($1::text[], $2::integer[], $3::text[]) part (draw, chunk, data)
    returning draw
  )
  insert into ${SCHEMA}.draw (${COLUMNS}) select ${COLUMNS} from (select count(draw) from list) written,
    json_populate_recordset(null::${SCHEMA}.draw, $4::json) made`;

/** Stores draws and their lists, or none of them. Throws if an id is taken. */
export async function insertDraws(db: DbOrTrx, items: NewDraw[]): Promise<Draw[]> {
  const parts = items.flatMap(({ draw, chunks }) => chunks.map((data, chunk) => ({ draw: draw.id, chunk, data })));
  const [ids, numbers, data] = [parts.map((p) => p.draw), parts.map((p) => p.chunk), parts.map((p) => p.data)];
  const draws = items.map(({ draw }) => draw);
  await db.executeQuery(CompiledQuery.raw(INSERT, [ids, numbers, data, JSON.stringify(draws)]));
  return draws;
}

// Locked in the order of the draws, so that concurrent instances cannot deadlock. The ids are explicit for the planner,
// which would otherwise scan the table.
const FINISH = `
  with asked as (
    select listed.id, listed.binding_a, listed.binding_b, listed.opening_a, listed.opening_b, listed.outcome
    from json_to_recordset($1::json) listed
      (id text, binding_a text, binding_b text, opening_a text, opening_b text, outcome text)
    join ${SCHEMA}.draw locked on locked.id = listed.id
    where locked.id = any($2::text[]) and locked.state = 'locked'
    order by listed.id for no key update of locked
  )
  update ${SCHEMA}.draw set
    binding_a = coalesce(draw.binding_a, asked.binding_a), binding_b = coalesce(draw.binding_b, asked.binding_b),
    opening_a = coalesce(draw.opening_a, asked.opening_a), opening_b = coalesce(draw.opening_b, asked.opening_b),
    outcome = asked.outcome, state = 'drawn'
  from asked where draw.id = any($2::text[]) and draw.id = asked.id and draw.state = 'locked'
  returning draw.id, draw.binding_a, draw.binding_b, draw.opening_a, draw.opening_b`;

/** Finishes the still locked draws; stored answers stay. */
async function finishDraws(db: Db, items: FinishedDraw[]): Promise<(Draw | undefined)[]> {
  const asked = items.map(({ draw: { id }, answers, outcome }) => {
    return { id, ...answersIn(answers), outcome };
  });
  const ids = asked.map(({ id }) => id);
  const finish: CompiledQuery<Services & Pick<Draw, "id">> = CompiledQuery.raw(FINISH, [JSON.stringify(asked), ids]);
  const { rows } = await db.executeQuery(finish);
  const finished = new Map(rows.map((row) => [row.id, row]));
  return items.map(({ draw, outcome }) => {
    const row = finished.get(draw.id);
    finished.delete(draw.id); // of two requests for one draw, one finished it
    return row && { ...draw, ...row, outcome, state: "drawn" };
  });
}

// One array as the only parameter: the statement is the same for one draw and for a hundred, and is planned once.
const anyOf = sql<string>`any(${null}::text[])`;

const selectDraws = compiledOnce((db: Db) => db.selectFrom("draw").select(DRAW_COLUMNS).where("id", "=", anyOf));

const selectRedraws = compiledOnce((db: Db) =>
  db.selectFrom("draw").select(["id", "previous"]).where("previous", "=", anyOf).orderBy("created_at").orderBy("id"),
);

/** A draw by id, read together with others. */
export const findTogether = shared(findDraws, () => 0);

async function findDraws(db: Db, ids: string[]): Promise<(Draw | undefined)[]> {
  const draws = new Map((await selectDraws(db, [ids])).map((draw) => [draw.id, draw]));
  return ids.map((id) => draws.get(id));
}

/** The draws made after another one, in order of creation: in place of a void one, or among those who have not won. */
export const redrawsOf = shared(redrawsOfAll, () => 0);

async function redrawsOfAll(db: Db, ids: string[]): Promise<string[][]> {
  const after = Map.groupBy(await selectRedraws(db, [ids]), ({ previous }) => previous);
  return ids.map((id) => (after.get(id) ?? []).map((draw) => draw.id));
}

/** Stores a draw and its list together with others, or neither. Throws if the id is taken. */
export const insertTogether = shared(insertDraws, ({ chunks }) => sum(chunks.map(({ length }) => length)));

const finishTogether = shared(finishDraws, ({ outcome }) => outcome.length);

/** Finishes a locked draw, together with others unless its outcome is long. Undefined if it is no longer locked. */
export function finishDraw(db: Db, finished: FinishedDraw): Promise<Draw | undefined> {
  return finished.outcome.length > BATCH ? finishAlone(db, finished) : finishTogether(db, finished);
}

// A long outcome is passed separately, because in JSON it would be written and parsed once more.
async function finishAlone(db: Db, { draw, answers, outcome }: FinishedDraw): Promise<Draw | undefined> {
  const row = await db
    .updateTable("draw")
    .set({ ...keeping(answersIn(answers)), outcome, state: "drawn" })
    .where("id", "=", draw.id)
    .where("state", "=", "locked")
    .returning(["binding_a", "binding_b", "opening_a", "opening_b"])
    .executeTakeFirst();
  return row && { ...draw, ...row, outcome, state: "drawn" };
}

/** Sets the random services' answers; existing ones stay. */
export function keeping(answers: Partial<Services>) {
  const names = Object.keys(answers) as (keyof Services)[];
  return Object.fromEntries(names.map((name) => [name, sql<string>`coalesce(${sql.ref(name)}, ${answers[name]})`]));
}

function answersIn({ binding_a, binding_b, opening_a, opening_b }: Services): Services {
  return { binding_a, binding_b, opening_a, opening_b };
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

// A failing statement fails all its items; halving isolates the invalid one.
function shared<Item, Answer>(
  run: (db: Db, items: Item[]) => Promise<Answer[]>,
  weigh: (item: Item) => number,
): (db: Db, item: Item) => Promise<Answer> {
  const halving = (error: unknown) => (isUnavailable(error) ? "none" : "repeated");
  const asking = new WeakMap<Db, (item: Item) => Promise<Answer>>();
  return (db, item) => {
    const ask = asking.get(db) ?? batch((items: Item[]) => run(db, items), { weigh, maxWeight: BATCH, halving });
    asking.set(db, ask);
    return ask(item);
  };
}
