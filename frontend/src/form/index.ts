export { FormHost } from "./FormHost";
export { default as QuickCreate, type QuickCreateProps } from "./QuickCreate";
export { RecordForm, type RecordFormProps } from "./RecordForm";
