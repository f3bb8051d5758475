package schema

// apps are the kit's three, each with the tables that it looks up in an area of its own.
var apps = []*App{
	{Key: "it-system-catalog", Label: "IT System Catalog", Areas: []Area{
		{Label: "Catalog", Groups: []Group{
			{Label: "Catalog", Dashboards: []string{"it-system-catalog"}, Tables: []string{"itsystem", "itsystemcomponent"}},
			{Label: "Admin", Tables: []string{"itsystemcomponenttype", "ittechnology", "ittechnologytype"}},
		}},
		{Label: "Source Systems", Groups: []Group{
			{Label: "Integration Setup", Tables: []string{"integrationidentifier", "integrationvaluemap", "integrationcommitpolicy"}},
			{Label: "Integration Processing", Tables: []string{"integrationsyncjob", "integrationsyncitem", "integrationledger"}},
		}},
		{Label: "Reference", Groups: []Group{
			{Label: "People and Places", Tables: []string{"contact", "account", "organizationunit", "location", "itdatacenter"}},
			{Label: "Technology Use", Tables: []string{"itsystemtechnology", "itproduct"}},
			{Label: "Lists", Tables: []string{"organizationunittype", "country", "stateorprovince"}},
		}},
	}},
	{Key: "it-service-management", Label: "IT Service Management", Areas: []Area{
		{Label: "Service Management", Groups: []Group{
			{Label: "IT Service Management", Tables: []string{"itassignedentitlements", "itprovisioningrequest", "itservicerequest", "itsystemaccessrequest"}},
			{Label: "Admin", Tables: []string{"itdatacenter", "itproduct", "itproductentitlement", "itsystem", "itsystemcomponent", "itworkassignmentcode"}},
		}},
		{Label: "Reference", Groups: []Group{
			{Label: "Requests", Tables: []string{"itservicerequesttype", "itsystemaccessdetail"}},
			{Label: "People and Places", Tables: []string{"contact", "account", "organizationunit", "location"}},
			{Label: "Lists", Tables: []string{"personneltype", "graderank", "paygrade", "jobseries", "clearancelevel"}},
		}},
	}},
	{Key: "it-system-accreditation", Label: "IT System Accreditation", Areas: []Area{
		{Label: "Accreditation", Groups: []Group{
			{Label: "Systems", Tables: []string{"itsystem", "itsystemcomponent"}},
			{Label: "Accreditations", Tables: []string{"itsystemaccreditation", "itcomplianceassessment", "itpoamitem"}},
			{Label: "Admin", Tables: []string{"complianceframework", "complianceframeworkcategory", "compliancerequirement"}},
		}},
		{Label: "Reference", Groups: []Group{
			{Label: "Risk and Law", Tables: []string{"riskitem", "analysis", "legalauthority"}},
			{Label: "People and Places", Tables: []string{"contact", "account", "organizationunit"}},
		}},
	}},
}

// charts are the kit's own.
var charts = []*Chart{
	{Key: "by-lifecycle-stage", Table: "itsystem", Label: "By Lifecycle Stage", Kind: "pie", GroupBy: "lifecyclestage", Aggregate: "count"},
	{Key: "next-review-date-by-month", Table: "itsystem", Label: "Next Review Date by Month", Kind: "column", GroupBy: "nextreviewdate", Interval: "month", Aggregate: "count"},
}

// dashboards are the kit's own.
var dashboards = []*Dashboard{
	{Key: "it-system-catalog", Label: "IT System Catalog", Cells: []Cell{
		{Label: "Upcoming Reviews", Table: "itsystem", View: "upcoming-reviews", Span: 2, Rows: 8},
		{Label: "Active IT Systems by Lifecycle Stage", Table: "itsystem", View: "active-it-systems", Chart: "by-lifecycle-stage", Span: 1},
		{Label: "Active IT Systems, Next Review Date by Month", Table: "itsystem", View: "active-it-systems", Chart: "next-review-date-by-month", Span: 3},
	}},
}
