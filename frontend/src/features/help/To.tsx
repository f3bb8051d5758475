import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A link to another page of the guide. */
export function To({ page, children }: { page: string; children: ReactNode }) {
  return (
    <Link to="/help/$page" params={{ page }}>
      {children}
    </Link>
  );
}
