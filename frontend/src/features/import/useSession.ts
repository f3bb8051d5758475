import { useEffect, useSyncExternalStore } from "react";
import { useCatalogue } from "../../frame";
import { ImportSession, type ImportState } from "./session";

/** The import under way in this window. */
export const session = new ImportSession();

let catalogue: string | undefined;

/** The import under way; another catalogue begins without one. */
export function useSession(): ImportState {
  const { path } = useCatalogue();
  useEffect(() => {
    if (catalogue !== undefined && path !== catalogue) session.close();
    catalogue = path;
  }, [path]);
  return useSyncExternalStore(session.subscribe, session.state);
}

/** True when good cells are taken where others of their row are not. */
export function usePartial(): boolean {
  return useSyncExternalStore(session.subscribe, () => session.state().options?.partial === true);
}
