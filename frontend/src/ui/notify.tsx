import {
  Button,
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  type ToastIntent,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from "@fluentui/react-components";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from "react";
import { asApiError } from "../api";
import { errorDetails } from "./ErrorNotice";
import { Icon } from "./Icon";
import { useCopy } from "./useCopy";

export interface Notice {
  intent: ToastIntent;
  /** What happened, in a few words: "3 systems deleted". */
  text: string;
  /** A second line where the first is not enough. */
  detail?: string;
  /** What can be done about it: "Undo". */
  action?: { label: string; run(): void };
}

export interface Notifier {
  notify(notice: Notice): void;
  /** Says what went wrong, with the details to copy. */
  fail(error: unknown): void;
  /** Takes away what is shown: it tells of something that is no longer so. */
  clear(): void;
}

const Context = createContext<Notifier>({ notify: () => {}, fail: () => {}, clear: () => {} });

const shownFor = 6000;

/** Shows notices over the top bar, where they cover nothing of the page, for everything below. */
export function NotifyProvider({ children }: { children: ReactNode }) {
  const toasterId = useId("notices");
  const { dispatchToast, dismissToast, dismissAllToasts: clear } = useToastController(toasterId);
  const told = useRef(0);
  const notify = useCallback(
    (notice: Notice) => {
      const lasting = notice.intent === "error";
      if (!lasting) dismissToast(`notice ${told.current}`); // one at a time has room in the top bar
      dispatchToast(<NoticeToast notice={notice} />, {
        toastId: lasting ? undefined : `notice ${++told.current}`,
        intent: notice.intent,
        timeout: lasting ? -1 : shownFor,
        pauseOnHover: true,
      });
    },
    [dispatchToast, dismissToast],
  );
  const fail = useCallback(
    (error: unknown) =>
      dispatchToast(<FailureToast error={error} />, { intent: "error", timeout: -1 }),
    [dispatchToast],
  );
  const value = useMemo(() => ({ notify, fail, clear }), [notify, fail, clear]);
  return (
    <Context value={value}>
      {children}
      <Toaster toasterId={toasterId} position="top" offset={{ vertical: 4 }} limit={3} />
    </Context>
  );
}

function NoticeToast({ notice: { text, detail, action } }: { notice: Notice }) {
  return (
    <Toast className="notice">
      <ToastTitle action={<Acts action={action} />}>
        <span className="toast-text" title={text}>
          {text}
        </span>
      </ToastTitle>
      {detail && <ToastBody className="toast-detail">{detail}</ToastBody>}
    </Toast>
  );
}

/** What can be done about it, and away with it: beside the words, so that a notice is one line. */
function Acts({ action }: Pick<Notice, "action">) {
  return (
    <span className="toast-acts">
      {action && (
        <ToastTrigger>
          <Link onClick={action.run}>{action.label}</Link>
        </ToastTrigger>
      )}
      <Dismiss />
    </span>
  );
}

function FailureToast({ error }: { error: unknown }) {
  const [copied, copy] = useCopy();
  return (
    <Toast className="notice">
      <ToastTitle className="toast-failure" action={<Dismiss />}>
        {asApiError(error).message}
      </ToastTitle>
      <ToastFooter>
        <Link onClick={() => copy(errorDetails(error))}>{copied ? "Copied" : "Copy details"}</Link>
      </ToastFooter>
    </Toast>
  );
}

function Dismiss() {
  return (
    <ToastTrigger>
      <Button
        appearance="transparent"
        size="small"
        aria-label="Dismiss"
        icon={<Icon name="dismiss" size={16} />}
      />
    </ToastTrigger>
  );
}

/** `notify({intent, text, action?})` says what happened. */
export function useNotify(): (notice: Notice) => void {
  return useContext(Context).notify;
}

/** Says errors that no place on the page shows. */
export function useFail(): (error: unknown) => void {
  return useContext(Context).fail;
}

/** Takes away the notices shown, after an undo for instance. */
export function useClearNotices(): () => void {
  return useContext(Context).clear;
}
