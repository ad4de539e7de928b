import dagster as dg

import retrain

defs = dg.Definitions.merge(retrain.defs)
