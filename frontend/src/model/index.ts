export {
  apart,
  both,
  cameFromChange,
  isEmpty,
  narrowing,
  noFilter,
  tidy,
  withoutField,
} from "./filters";
export { ModelProvider, modelQuery, useModel } from "./ModelProvider";
export { CatalogueModel, type FormUse } from "./model";
