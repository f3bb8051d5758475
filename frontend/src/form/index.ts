export { FormHost } from "./FormHost";
export { QuickCreate, type QuickCreateProps } from "./QuickCreate";
export { RecordForm, type RecordFormProps } from "./RecordForm";
