import { useQuery } from "@tanstack/react-query";

/**
 * Drawing takes a large library, which lists without a chart do not wait for. Whoever will draw calls this
 * at once, so that it comes while the numbers are found.
 */
export const fetchChart = async () => (await import("./Chart")).default;

/** What draws a chart. Not React's own way of waiting, which holds back for a third of a second what is there. */
export const useChart = () =>
  useQuery({ queryKey: ["chart"], queryFn: fetchChart, staleTime: Infinity, gcTime: Infinity });
