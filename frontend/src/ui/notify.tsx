import {
  Button,
  Link,
  Toast,
  Toaster,
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

const isWayThere = ({ key, shiftKey }: KeyboardEvent) => key === "F6" && shiftKey;

/** Shows notices in the top bar, where they have a place of their own, for everything below. Shift+F6 leads there. */
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
      <Toaster
        toasterId={toasterId}
        position="top-end"
        offset={{ horizontal: 0, vertical: 4 }}
        limit={3}
        shortcuts={{ focus: isWayThere }}
      />
    </Context>
  );
}

function NoticeToast({ notice: { intent, text, detail, action } }: { notice: Notice }) {
  const whole = intent === "warning" || intent === "error";
  return (
    <Toast className="notice">
      <ToastTitle action={<Acts action={action} />}>
        <span className={whole ? "toast-text toast-whole" : "toast-text"}>
          <span>{text}</span>
          {detail && <span className="toast-detail">{detail}</span>}
        </span>
      </ToastTitle>
    </Toast>
  );
}

/** What can be done about it, and away with it: beside the words, so that a notice has room in the bar. */
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
        <span>
          {asApiError(error).message}{" "}
          <Link onClick={() => copy(errorDetails(error))}>
            {copied ? "Copied" : "Copy details"}
          </Link>
        </span>
      </ToastTitle>
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
