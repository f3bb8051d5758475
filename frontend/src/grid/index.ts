export { isOverdue, settlingFields, todayText } from "./due";
export { groupedOrder } from "./order";
export { RecordGrid } from "./RecordGrid";
export type { ListQuery } from "./rows";
export type { GridHandle, GridNow, GridSelection, RecordGridProps } from "./types";
