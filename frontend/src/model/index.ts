export { ModelProvider, useModel } from "./ModelProvider";
export { CatalogueModel, type FormUse } from "./model";
