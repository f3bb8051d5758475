export { ChartTools } from "./ChartTools";
export { ChartView } from "./ChartView";
export { behind } from "./filters";
export { type PictureFormat, useSavePicture } from "./picture";
export { fetchChart } from "./useChart";
export { type ChartList, useDrawing } from "./useDrawing";
export { shownText } from "./words";
