import { dayText, display } from "../ui/display";
import { localText } from "./datetime/moment";

/** The text of a value, which Go writes as it is stored, as this person reads it. */
export function shownText(kind: string | undefined, text: string): string {
  switch (kind) {
    case "date":
      return dayText(text);
    case "datetime":
      return localText(text) || text;
    case "whole":
    case "decimal":
      return numberText(text);
    default:
      return text;
  }
}

function numberText(text: string): string {
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? text : display().figure(value);
}
