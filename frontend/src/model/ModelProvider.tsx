import { queryOptions, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Model, type schema } from "../api";
import { ErrorNotice } from "../ui/ErrorNotice";
import { CatalogueModel } from "./model";

const Context = createContext<CatalogueModel | null>(null);

export const modelQuery = queryOptions({
  queryKey: ["model"],
  queryFn: Model.Get,
  staleTime: Number.POSITIVE_INFINITY,
});

interface Props {
  /** The model where it is at hand already, in tests for instance; else it is asked for. */
  model?: schema.Model;
  children: ReactNode;
}

/** Gives the model to everything below; shows nothing until it is there. */
export function ModelProvider({ model, children }: Props) {
  const { data, error } = useQuery({ ...modelQuery, initialData: model });
  const value = useMemo(() => data && new CatalogueModel(data), [data]);
  if (error) return <ErrorNotice error={error} />;
  return value ? <Context value={value}>{children}</Context> : null;
}

/** The model: tables, fields, choices, forms, views and apps by key. */
export function useModel(): CatalogueModel {
  const model = useContext(Context);
  if (!model) throw new Error("useModel is called outside ModelProvider");
  return model;
}
