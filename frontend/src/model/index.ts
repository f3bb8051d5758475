export { apart, both, cameFromChange, isEmpty, noFilter, tidy, withoutField } from "./filters";
export { ModelProvider, modelQuery, useModel } from "./ModelProvider";
export { CatalogueModel, type FormUse } from "./model";
