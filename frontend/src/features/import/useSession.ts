import { useEffect, useSyncExternalStore } from "react";
import { useCatalogue } from "../../frame";
import { ImportSession, type ImportState } from "./session";

/** The import under way in this window. */
export const session = new ImportSession();

let catalogue: string | undefined;

/** The import under way; another catalogue begins without one. */
export function useSession(): ImportState {
  const open = useCatalogue();
  const path = open?.open ? open.path : undefined;
  useEffect(() => {
    if (!path || path === catalogue) return;
    if (catalogue) session.close();
    catalogue = path;
  }, [path]);
  return useSyncExternalStore(session.subscribe, session.state);
}
