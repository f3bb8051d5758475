import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { api } from "../../api";

/** Reads again what is on screen of a plan when more of it is there; what is shown stays meanwhile. */
export function useGrowth(plan: api.Plan): void {
  const client = useQueryClient();
  const last = useRef(plan);
  useEffect(() => {
    const grown = last.current !== plan && last.current.job === plan.job;
    last.current = plan;
    if (grown) client.invalidateQueries({ queryKey: ["import", plan.job] });
  }, [client, plan]);
}
