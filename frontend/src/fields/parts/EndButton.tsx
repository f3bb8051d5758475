import type { ReactElement } from "react";

interface EndButtonProps {
  label: string;
  icon: ReactElement;
  onClick: () => void;
  /** Reached with the Tab key; where a key does the same from the input, it is not. */
  tabbable?: boolean;
  className?: string;
}

/** A small button at the end of an input; pressing it leaves the focus in the input. */
export function EndButton({ label, icon, onClick, tabbable, className = "" }: EndButtonProps) {
  return (
    <button
      type="button"
      className={`field-button ${className}`}
      aria-label={label}
      title={label}
      tabIndex={tabbable ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
