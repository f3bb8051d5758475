import { createContext, type PropsWithChildren, useContext } from "react";

/** What fields ask of the page around them. What is absent is not offered. */
export interface FieldHost {
  /** Opens an address outside the program, after asking. */
  openLink?: (address: string) => void;
  openRecord?: (table: string, id: string) => void;
  /** Offers a short form for a new record with that name and tells what was made of it. */
  create?: (table: string, name: string, created: (id: string, name: string) => void) => void;
}

const Host = createContext<FieldHost>({});

export function FieldHostProvider({ host, children }: PropsWithChildren<{ host: FieldHost }>) {
  return <Host value={host}>{children}</Host>;
}

export const useFieldHost = () => useContext(Host);
