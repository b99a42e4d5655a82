"""The ids of indicators, measures, outcomes and features as types: do not edit.

Generated from `indicators.toml`. `MNNA_UPDATE_GOLDEN=1 pytest tests/series/test_ids.py` writes this file anew.
"""

from __future__ import annotations

from typing import Literal

# fmt: off
IndicatorId = Literal[
    "us_goods_exports", "us_goods_imports", "us_goods_trade_total", "us_goods_trade_share", "us_goods_trade_rank",
    "gdp_current_usd", "gdp_ppp_fariss", "gdp_per_capita_current_usd", "population", "homicide_rate",
    "civil_conflict_intensity", "unga_ideal_point", "unga_distance_usa", "unga_distance_china", "unga_distance_russia",
    "vdem_polyarchy", "vdem_physical_violence_index", "us_troops_active_duty", "us_aid_total_obligations_constant_usd",
    "us_aid_total_obligations_current_usd", "us_aid_total_disbursements_current_usd", "us_military_aid_disbursements",
    "us_military_aid_obligations_current_usd", "us_military_aid_obligations_greenbook_usd",
    "us_fmf_obligations_current_usd", "us_imet_obligations_current_usd", "us_military_training_students",
    "us_military_training_value_usd", "us_eda_current_value", "us_rdp_mou", "us_sosa", "us_ntib_member",
    "dist_washington_km", "us_land_border_km", "factbook_military_expenditure_pct_gdp", "factbook_gdp_official_rate",
    "factbook_export_share_usa", "factbook_import_share_usa", "factbook_export_share_china",
    "factbook_import_share_china", "us_arms_tiv", "military_expenditure_usd",
]
MeasureId = Literal[
    "us_goods_trade_total", "us_goods_trade_share", "us_goods_trade_rank", "unga_distance_usa", "vdem_polyarchy",
    "vdem_physical_violence_index", "homicide_rate", "civil_conflict_intensity", "us_troops_active_duty",
    "us_aid_total_obligations_constant_usd", "us_military_aid_disbursements", "us_land_border_km", "dist_washington_km",
    "defense_treaty_tie", "gdp_current_usd", "gdp_per_capita_current_usd", "population", "factbook_export_share_china",
    "factbook_import_share_china", "unga_distance_china", "unga_distance_russia",
]
OutcomeId = Literal[
    "us_troops", "us_trade", "un_distance", "us_aid", "us_military_aid", "us_eda", "us_arms",
]
FeatureId = Literal[
    "us_troops", "us_arms", "gdp", "population", "gdp_per_person", "us_trade", "us_aid", "un_closeness", "democracy",
    "civil_war", "defense_pact", "region_allies", "nearness",
]
