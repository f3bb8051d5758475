import type { PropsWithChildren, ReactNode, Ref } from "react";
import { titleWhereCut } from "../../ui";

interface FrameProps {
  /** The id of the input inside. */
  input: string;
  invalid?: string;
  compact?: boolean;
  /** The value is shown and cannot be changed. */
  disabled?: boolean;
  /** Several lines: what is wrong stands below them. */
  stacked?: boolean;
  /** Buttons at the end. */
  ends?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** The box around an input. What is wrong is said inside it, so that nothing moves when it is. */
export function Frame(props: PropsWithChildren<FrameProps>) {
  const { input, invalid, compact, disabled, stacked, ends, ref, children } = props;
  const looks = [
    "field-frame",
    compact && "compact",
    disabled && "fixed",
    invalid && "invalid",
    stacked && "stacked",
  ];
  return (
    <div className={looks.filter(Boolean).join(" ")} ref={ref}>
      {children}
      {invalid && !compact && (
        <label className="field-fault" htmlFor={input} onMouseEnter={titleWhereCut} aria-hidden>
          {invalid}
        </label>
      )}
      {ends && <span className="field-ends">{ends}</span>}
    </div>
  );
}
