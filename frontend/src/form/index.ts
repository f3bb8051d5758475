export { FormHost } from "./FormHost";
export { LinkUses } from "./LinkUses";
export { default as QuickCreate, type QuickCreateProps } from "./QuickCreate";
export { RecordForm, type RecordFormProps } from "./RecordForm";
