export { apart, both, isEmpty, noFilter, tidy } from "./filters";
export { ModelProvider, useModel } from "./ModelProvider";
export { CatalogueModel, type FormUse } from "./model";
