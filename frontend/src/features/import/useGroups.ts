import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type api, Import } from "../../api";

/** The fields and tables whose values are asked about, with how many of them are decided, and how. */
export function useGroups(job: string): api.QuestionGroup[] {
  const { data } = useQuery({
    queryKey: ["import", job, "groups"],
    queryFn: () => Import.Questions(job, "", "", false, 0, 0),
    placeholderData: keepPreviousData,
  });
  return data?.groups ?? [];
}
