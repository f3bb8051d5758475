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
			{Label: "Integration Processing", Screens: []string{"waiting"}, Tables: []string{"integrationsyncjob", "integrationsyncitem", "integrationledger"}},
		}},
		{Label: "Reference", Groups: []Group{
			{Label: "People and Places", Tables: []string{"contact", "account", "organizationunit", "location", "itdatacenter"}},
			{Label: "Technology Use", Tables: []string{"itsystemtechnology", "itproduct"}},
			{Label: "Lists", Tables: []string{"organizationunittype", "country", "stateorprovince"}},
		}},
	}},
	{Key: "it-service-management", Label: "IT Service Management", Areas: []Area{
		{Label: "Service Management", Groups: []Group{
			{Label: "IT Service Management", Dashboards: []string{"it-service-management"}, Tables: []string{"itassignedentitlements", "itprovisioningrequest", "itservicerequest", "itsystemaccessrequest"}},
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
			{Label: "Systems", Dashboards: []string{"it-system-accreditation"}, Tables: []string{"itsystem", "itsystemcomponent"}},
			{Label: "Accreditations", Tables: []string{"itsystemaccreditation", "itcomplianceassessment", "itpoamitem"}},
			{Label: "Admin", Tables: []string{"complianceframework", "complianceframeworkcategory", "compliancerequirement"}},
		}},
		{Label: "Reference", Groups: []Group{
			{Label: "Risk and Law", Tables: []string{"riskitem", "analysis", "legalauthority"}},
			{Label: "People and Places", Tables: []string{"contact", "account", "organizationunit"}},
		}},
	}},
}
