export { useCatalogue, useTakeState } from "./catalogue";
export { type Go, useAppKey, useGo } from "./go";
export { useLayout, usePreferences } from "./preferences";
export { keys, refresh } from "./queries";
export type { ImportSearch, ListSearch, RecordSearch } from "./routes";
export { type SaveUnsaved, useMayLeave, useUnsaved } from "./unsaved";
