import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { api } from "../../api";

/**
 * Reads again what is on screen of a plan when more of it is there; what is shown stays meanwhile. An answer that is
 * still under way may be of the plan before, and is not waited for.
 */
export function useGrowth(plan: api.Plan): void {
  const client = useQueryClient();
  const last = useRef(plan);
  useEffect(() => {
    const grown = last.current !== plan && last.current.job === plan.job;
    last.current = plan;
    const ofPlan = { queryKey: ["import", plan.job] };
    if (grown) void client.cancelQueries(ofPlan).then(() => client.invalidateQueries(ofPlan));
  }, [client, plan]);
}
