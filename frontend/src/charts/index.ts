export { ChartTools } from "./ChartTools";
export { ChartView } from "./ChartView";
export { behind } from "./filters";
export { type PictureFormat, useSavePicture } from "./picture";
export { type ChartList, useDrawing } from "./useDrawing";
export { shownText } from "./words";
