// What a person answers about values that the catalogue does not know, as values themselves.
import type { api, exchange } from "../../api";
import type { Names } from "./wording";

/** What an answer is about: a value of a field, of links a name in a table, "" for all that nothing explains. */
export type About = Pick<api.Question, "table" | "field" | "value">;

export type Use = "map" | "create" | "blank" | "skip";

function same(a: exchange.Answer, b: About): boolean {
  const value = a.value.toLowerCase() === b.value.toLowerCase();
  return value && a.table === b.table && (a.field ?? "") === b.field;
}

/** The answer to a question, undefined while there is none. */
export function answerTo(options: api.ImportOptions, about: About): exchange.Answer | undefined {
  return options.answers.find((a) => same(a, about));
}

/** Answers about a value, or with undefined takes the answer back. */
export function withAnswer(
  options: api.ImportOptions,
  about: Pick<exchange.Answer, "table" | "field" | "value">,
  answer: { use: Use; to?: string } | undefined,
): api.ImportOptions {
  const at = { table: about.table, field: about.field ?? "", value: about.value };
  const others = options.answers.filter((a) => !same(a, at));
  return { ...options, answers: answer ? [...others, { ...at, ...answer }] : others };
}

/** A record's name without the id that tells it apart. */
export function nameOnly(text: string): string {
  return text.replace(/ \([0-9a-f]{8}-[0-9a-f-]{27}\)$/, "");
}

/** The same with the end of the id, for lists in which names repeat. */
export function nameApart(text: string, others: readonly string[]): string {
  const name = nameOnly(text);
  const repeated = others.filter((o) => nameOnly(o) === name).length > 1;
  return repeated ? `${name} (id …${text.slice(-5, -1)})` : name;
}

/** What the values of a question belong to: the field's label, of links the table's. */
export function subject(names: Names, { table, field }: Pick<About, "table" | "field">): string {
  if (field) return names.field(table, field)?.label ?? field;
  return names.table(table)?.label ?? table;
}

/** "Vendor “Dell Inc.” is “Dell”". */
export function answerSentence(answer: exchange.Answer, names: Names): string {
  const of = subject(names, { table: answer.table, field: answer.field ?? "" });
  const what = answer.value ? `${of} “${answer.value}”` : `${of}: what is unknown`;
  return `${what} ${outcome(answer.use, nameOnly(answer.to ?? ""))}`;
}

function outcome(use: string, to: string): string {
  if (use === "map") return `is “${to}”`;
  if (use === "create") return to ? `is created as “${to}”` : "is created";
  return use === "blank" ? "is left blank" : "leaves its rows out";
}

/** What becomes of a value, in a few words for its line in the list. */
export function becomes(question: api.Question): string {
  if (question.code) return question.use ? "To decide again" : "To decide";
  if (question.use === "map") return question.becomes;
  if (question.use === "create") {
    const renamed = question.becomes && question.becomes !== question.value;
    return renamed ? `New: ${question.becomes}` : "New";
  }
  return question.use === "blank" ? "Left blank" : "Rows left out";
}

/** What else may become of a value that is no existing one: of what it is already nothing is offered. */
export function otherwise(question: api.Question): ("create" | "blank" | "skip")[] {
  const is = question.code ? "" : becomes(question);
  return [
    ...(question.field || is === "New" ? [] : ["create" as const]),
    ...(is === "Left blank" ? [] : ["blank" as const]),
    ...(is === "Rows left out" ? [] : ["skip" as const]),
  ];
}

/** A question as it stands with the answers given, which its plan may not know yet. */
export function answered(question: api.Question, options: api.ImportOptions): api.Question {
  const answer = answerTo(options, question);
  if (!answer || (question.answered && question.use === answer.use)) return question;
  const to = nameOnly(answer.to ?? "");
  return { ...question, code: "", use: answer.use, becomes: to, answered: true };
}
