import { createContext, useContext } from "react";

/** What stands in another field of the record that is edited, by its key. */
export type Beside = (field: string) => unknown;

const Values = createContext<Beside>(() => undefined);

export const BesideProvider = Values.Provider;

/** What stands in another field as text; "" where nothing does, or where it is not known. */
export function useBeside(field: string): string {
  return String(useContext(Values)(field) ?? "");
}
