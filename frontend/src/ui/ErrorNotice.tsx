import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { asApiError } from "../api";
import { useCopy } from "./useCopy";

interface Props {
  error: unknown;
  /** A few words above the sentence where the place does not make the subject plain. */
  title?: string;
  /** Buttons before "Copy details", "Try again" for instance. */
  actions?: ReactNode;
}

/** What went wrong as a sentence, with a way to copy the rest for whoever helps. */
export function ErrorNotice({ error, title, actions }: Props) {
  const fault = asApiError(error);
  const [copied, copy] = useCopy();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {fault.message}
      </MessageBarBody>
      <MessageBarActions>
        {actions}
        <Button size="small" onClick={() => copy(errorDetails(error))}>
          {copied ? "Copied" : "Copy details"}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Everything known about an error, as text to hand on. */
export function errorDetails(error: unknown): string {
  const fault = asApiError(error);
  const fields = Object.entries(fault.fields).map(([field, text]) => `${field}: ${text}`);
  const details = fault.details === fault.message ? "" : fault.details;
  return [`${fault.code}: ${fault.message}`, ...fields, details].filter(Boolean).join("\n");
}
