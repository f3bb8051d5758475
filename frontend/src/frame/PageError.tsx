import { Button } from "@fluentui/react-components";
import { EmptyState, ErrorNotice } from "../ui";

/** Shown in place of a page that failed; the frame around it keeps working. */
export function PageError({ error, reset }: { error: unknown; reset(): void }) {
  return (
    <div className="page-error">
      <ErrorNotice
        title="This page could not be shown."
        error={error}
        actions={
          <Button size="small" onClick={reset}>
            Try again
          </Button>
        }
      />
    </div>
  );
}

export function NotFound() {
  return (
    <EmptyState
      icon="search"
      title="There is no such page"
      text="The address may come from another version of the program."
    />
  );
}
